/**
 * The sums of now, pushed to whoever looks: read once for all of them, written to each as far as it reads.
 * It must not know Kafka, how sums come to be, or the page that shows them.
 */
@NullMarked
package dev.sillage.reporting.live;

import org.jspecify.annotations.NullMarked;
