/**
 * Measures what goes through all three services: how soon an accepted event is visible, and how fast a history is computed
 * again while events come in. It must not know how any of the services does it.
 */
package dev.sillage.benchmark.flow;
