/**
 * Tables as Parquet files that are sent while their rows are read: columns, groups of rows, the footer.
 * It must not know what a column means, where rows come from or who reads the file.
 */
@NullMarked
package dev.sillage.reporting.parquet;

import org.jspecify.annotations.NullMarked;
