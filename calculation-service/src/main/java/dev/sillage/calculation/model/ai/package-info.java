/**
 * Models of artificial intelligence by our own method, and their making; the video method of EcoLogits beside it.
 * It must not know other digital activities, clouds or streams.
 */
@NullMarked
package dev.sillage.calculation.model.ai;

import org.jspecify.annotations.NullMarked;
