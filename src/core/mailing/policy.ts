/**
 * How a mailing behaves on its way. Whoever makes a mailing sets its policy, which is stored with it; the engine asks
 * the policy, and never who made it.
 */
export type Policy = {
  /** `wait`: it does not start in the night at the venue. What has begun is finished at night too. */
  readonly quietHours: 'wait' | 'ignore'
  /** What happens when its time has passed: it is paused and its author is asked, or it is not sent any more. */
  readonly late: 'ask' | 'drop'
  readonly sound: 'silent' | 'loud'
  /** Whom to tell that it was sent, rests, or meets a long wait. */
  readonly tell: 'author' | 'nobody'
  /**
   * After a run of failures: `pause`: it rests altogether, unless another platform has something left to send;
   * `hold`: only the platform rests, and goes on by itself, because nobody looks after the mailing.
   */
  readonly trouble: 'pause' | 'hold'
  /** The urgent is sent before the routine. */
  readonly priority: 'routine' | 'urgent'
}
