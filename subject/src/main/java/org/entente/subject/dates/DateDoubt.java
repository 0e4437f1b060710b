package org.entente.subject.dates;

/** Why a date may mean another day than the one read. */
public enum DateDoubt {
  /** {@code 03/04/1965}: both orders are in use. */
  DAY_OR_MONTH_FIRST,
  /** The name of the month means different months in two languages. */
  MONTH_BY_LANGUAGE,
  /**
   * {@code 1964/1965}, or a year of another calendar, which begins in one of ours and ends in the
   * next.
   */
  ONE_OF_TWO_YEARS,
  /** {@code circa 1965}. */
  ABOUT,
  /** {@code 1960-1965}; the span is as narrow as whole years around a middle allow. */
  SPAN,
  /** Two digits of a year; the century was taken from the day it was read against. */
  CENTURY,
  /** The calendar was not kept in the same way everywhere; the day may be off by one. */
  CONVERTED
}
