/**
 * Cases that no honest sender would make, and what must hold for the answer to each of them; with the tests that are about
 * every door at once. It must not know how a door reads what it gets.
 */
package dev.sillage.ingestion.fuzz;
