package org.mingzhang.region;

import java.util.List;

/**
 * Places at the start of a name, each within the preceding one.
 *
 * @param candidates possible meanings of the last place; empty if the name begins with no place
 * @param end index after the last place; 0 if there is none
 * @param placeCount number of places
 * @param hasOnlyFullNames whether all of them are full names; false if there is none
 */
public record PlaceChain(
    List<Division> candidates, int end, int placeCount, boolean hasOnlyFullNames) {
  static final PlaceChain NONE = new PlaceChain(List.of(), 0, 0, false);
}
