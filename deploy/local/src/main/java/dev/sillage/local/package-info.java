/**
 * The launcher: the whole system on one machine in one command, from the options on the command line to the last line
 * of its output. It must not know how a process is kept or how an event is made, only in which order things happen.
 */
@NullMarked
package dev.sillage.local;

import org.jspecify.annotations.NullMarked;
