import { describe, expect, test } from 'vitest'
import { clausesOf, sentencesOf } from '../../../src/core/understanding/sentences.ts'

describe('sentencesOf', () => {
  test.for([
    { text: 'When is it? Where?', parts: ['When is it?', 'Where?'] },
    { text: 'Добрый день! Когда саммит', parts: ['Добрый день!', 'Когда саммит'] },
    { text: 'Саммит в Алматы? 😊', parts: ['Саммит в Алматы? 😊'] },
    { text: 'Саммит в Алматы?)', parts: ['Саммит в Алматы?)'] },
    { text: '1. когда саммит 2. сколько делегатов', parts: ['когда саммит', 'сколько делегатов'] },
    { text: '1) when 2) where', parts: ['when', 'where'] },
    { text: 'Саммит қашан\nқайда өтеді', parts: ['Саммит қашан', 'қайда өтеді'] },
    { text: 'Мен келемін. Саммит қашан?', parts: ['Мен келемін.', 'Саммит қашан?'] },
    // What looks like an end and is none: short forms, initials, numbers.
    { text: 'что было 13 марта 2025 г. в Алматы', parts: ['что было 13 марта 2025 г. в Алматы'] },
    { text: '2025 ж. 1 тамызда не болды', parts: ['2025 ж. 1 тамызда не болды'] },
    { text: 'consultation No. 3', parts: ['consultation No. 3'] },
    { text: 'who is K.-J. Tokayev', parts: ['who is K.-J. Tokayev'] },
    { text: '1.500 delegates', parts: ['1.500 delegates'] },
    { text: '?!', parts: [] },
  ])('parts "$text" into $parts.length', ({ text, parts }) => expect(sentencesOf(text)).toEqual(parts))
})

describe('clausesOf', () => {
  test.for([
    { text: 'Hello, I am a teacher, when is it', parts: ['Hello, ', 'I am a teacher, ', 'when is it'] },
    { text: 'ещё вопрос: где это', parts: ['ещё вопрос: ', 'где это'] },
    { text: '1,5 тысячи делегатов', parts: ['1,5 тысячи делегатов'] },
    { text: '22–24 April', parts: ['22–24 April'] },
    { text: 'тема – вода', parts: ['тема – ', 'вода'] },
  ])('parts "$text" into $parts.length', ({ text, parts }) => expect(clausesOf(text)).toEqual(parts))
})
