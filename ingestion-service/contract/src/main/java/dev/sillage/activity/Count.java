package dev.sillage.activity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A whole number of things, from {@link #min} to {@link #max}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Count {
    long min() default 0;

    /** The default is the largest whole number that every JSON reader represents exactly. */
    long max() default 9_007_199_254_740_991L;
}
