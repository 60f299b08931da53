package dev.sillage.activity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Named parts of a whole, each from 0 to 1, at most {@link #maxEntries} of them; they are scaled to sum to 1. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Shares {
    int maxEntries() default 16;
}
