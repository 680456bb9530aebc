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

  /** Path of a region's page: by its code, or by its names if the gazetteer does not have it. */
  public String regionPageAddress(List<String> path) {
    return "/regions/"
        + gazetteer
            .findByPath(path)
            .filter(this::isFoundByCode)
            .map(Division::code)
            .orElseGet(() -> QueryString.encode(String.join("/", path)));
  }

  /** Whether a division has a code of its own; a zone without one has the code of its parent. */
  private boolean isFoundByCode(Division division) {
    return gazetteer.findByCode(division.code()).filter(division::equals).isPresent();
  }

  /**
   * Parses the region of an address: a code of six digits, or names joined with slashes, which are
   * returned as they are, even if there is no such region.
   *
   * @throws NotFoundException if the gazetteer does not have the code
   */
  public List<String> parseRegion(String place) {
    if (place.matches("\\d{6}")) {
      return gazetteer
          .findByCode(place)
          .map(Division::path)
          .orElseThrow(() -> new NotFoundException("region " + place, ""));
    }
    return List.of(place.split("/", -1));
  }
}
