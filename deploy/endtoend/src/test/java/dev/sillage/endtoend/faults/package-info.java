/**
 * Runs under load in which chance, by a seed, strikes down parts of the system; then the books are compared with what was
 * acknowledged. It must not know how any service works inside, beyond the tables of the book of record.
 */
package dev.sillage.endtoend.faults;
