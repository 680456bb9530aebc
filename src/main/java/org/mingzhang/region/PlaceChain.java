package org.mingzhang.region;

import java.util.List;

/**
 * Places at the start of a name, each within the one before.
 *
 * @param candidates possible meanings of the last place; empty if the name begins with no place
 * @param end index after the last place
 * @param links number of places
 * @param full whether all are full names
 */
public record PlaceChain(List<Division> candidates, int end, int links, boolean full) {
  static final PlaceChain NONE = new PlaceChain(List.of(), 0, 0, false);
}
