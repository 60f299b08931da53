@NullMarked
package dev.sillage.reporting.label;

import org.jspecify.annotations.NullMarked;
