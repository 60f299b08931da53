/**
 * Programs under load, as processes of their own.
 * It must not know what they are or what is sent to them.
 */
package dev.sillage.benchmark.process;
