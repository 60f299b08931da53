/**
 * The page as a reader has it: a real browser on the running service.
 * It must not know how the page is made.
 */
package dev.sillage.reporting.dashboard;
