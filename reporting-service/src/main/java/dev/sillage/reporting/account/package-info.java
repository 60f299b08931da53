/**
 * What became of each activity, counted once: computed, reported, sent twice, computed twice or set aside; and beside it what
 * ingestion counted. It must not know figures, or what a result holds beyond whose it is, and where and when its activity was
 * accepted.
 */
@NullMarked
package dev.sillage.reporting.account;

import org.jspecify.annotations.NullMarked;
