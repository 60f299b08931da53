/**
 * Tests of the packaged system as its users meet it: the command, the doors, the report, and what happens when parts die.
 * They must not know how any service works inside; the offline recomputation shares no code with any of them.
 */
package dev.sillage.endtoend;
