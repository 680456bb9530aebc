package org.mingzhang.web.address;

import java.util.List;
import org.mingzhang.region.Division;
import org.mingzhang.region.Gazetteer;

/**
 * Addresses of regions: by code if the gazetteer knows the place, otherwise by path.
 *
 * @param gazetteer the divisions
 */
public record RegionLinks(Gazetteer gazetteer) {
  /** Creates links with the gazetteer shipped with the program. */
  public static RegionLinks standard() {
    return new RegionLinks(Gazetteer.standard());
  }

  /** Address of a region's page. */
  public String regionPath(List<String> path) {
    return "/regions/"
        + gazetteer
            .findByPath(path)
            .map(Division::code)
            .orElseGet(() -> QueryString.encode(String.join("/", path)));
  }

  /**
   * Path of the region in an address, which is given by six digits or by names joined with slashes.
   */
  public List<String> path(String place) {
    if (place.matches("\\d{6}")) {
      return gazetteer
          .findByCode(place)
          .map(Division::path)
          .orElseThrow(() -> new NotFoundException("region " + place, ""));
    }
    return List.of(place.split("/", -1));
  }
}
