/**
 * The demonstration: which events a first look at Sillage should see, and that they are the very same at each replay.
 * It must not know how events travel, nor what becomes of them.
 */
@NullMarked
package dev.sillage.local.demo;

import org.jspecify.annotations.NullMarked;
