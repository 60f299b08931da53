/**
 * What became of each activity, counted once: computed, reported, sent twice or computed twice.
 * It must not know figures, or what a result holds beyond whose it is and where its activity stands.
 */
@NullMarked
package dev.sillage.reporting.account;

import org.jspecify.annotations.NullMarked;
