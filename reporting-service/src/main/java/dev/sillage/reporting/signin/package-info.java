/**
 * Where a person shows a credential once, so that the dashboard can be used in a browser. Nothing of it is seen on one machine.
 * It must not know figures, nor what a credential is made of.
 */
@NullMarked
package dev.sillage.reporting.signin;

import org.jspecify.annotations.NullMarked;
