/**
 * A real broker, a real database and what is sent through them, for every test of this service.
 * It must not know how the service does its work.
 */
package dev.sillage.reporting.platform;
