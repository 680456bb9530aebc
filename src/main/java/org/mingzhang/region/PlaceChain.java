package org.mingzhang.region;

import java.util.List;

/**
 * Places at the beginning of a name, each within the one before.
 *
 * @param candidates what the last of them may mean; empty where the name begins with no place
 * @param end behind the last of them
 * @param links how many there are
 * @param full whether all are full names, not short ones
 */
public record PlaceChain(List<Division> candidates, int end, int links, boolean full) {
  static final PlaceChain NONE = new PlaceChain(List.of(), 0, 0, false);
}
