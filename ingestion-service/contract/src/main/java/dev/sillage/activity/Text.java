package dev.sillage.activity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A short text without control characters. With {@link #oneOf} it is one of the listed words; without, any name is
 * welcome, because an unknown model, country or device is computed with the nearest class and a warning.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Text {
    int maxLength() default 200;

    String[] oneOf() default {};
}
