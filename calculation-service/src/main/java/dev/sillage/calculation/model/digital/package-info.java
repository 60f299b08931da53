/**
 * Digital life by our own method: devices, networks and data centres at the service of people.
 * It must not know models of artificial intelligence, clouds or other methodologies.
 *
 * <p>The formulas stand in {@code sheets/sillage-2026.1}. Where published methods differ, these choices were made:
 *
 * <ul>
 *   <li>All segments use the grid of the user's country, the data centre too, whose place is not known.
 *   <li>Network energy is per GB (conventional model), because it is what the sources agree on; the home router is by
 *       time, 5 W for each hour in front of a device on a fixed line, for mail as well as for video. Who prefers the
 *       power model sets the factor {@code network.model} to 2; the embodied share stays per GB.
 *   <li>Embodied shares are never multiplied by the grid. The home router's is in no source and left out.
 *   <li>The data centre's 1.947 Wh/GB is facility energy, so no PUE is put on top.
 *   <li>Device power and embodied: ADEME central, other published figures as low and high. Manufacture is spread over
 *       life and hours per day, which a tenant may set; the range is in the hours per day, which drive it.
 *   <li>Calls: Zoom's bitrates as low and central, ADEME's as high, which reuses those of films. HD means 720 lines.
 *   <li>Mail: the formula of ADEME with the device mix scaled to one, one year of storage in place of ten, and storage
 *       by power and embodied per TB in place of the drive model. Nobody writes or reads spam unless the event says so.
 *   <li>Feeds: data per minute of the app, on a smartphone, half over wifi, delivered like video.
 *   <li>Web pages: energy per data of Sustainable Web Design 4, for pages only; it would be ten times too high for video.
 *   <li>Searches: ADEME's time and data, Google's 0.3 Wh of servers, which has its overhead in it.
 *   <li>Primary energy is that of electricity only; metals (ADPe) are absent, because the hardware dominates them and
 *       has no data; water on site is absent, because the data centre is not known.
 * </ul>
 */
@NullMarked
package dev.sillage.calculation.model.digital;

import org.jspecify.annotations.NullMarked;
