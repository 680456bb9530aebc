package org.mingzhang.web.address;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.question.KnownAgency;
import org.mingzhang.search.Hit;
import org.mingzhang.text.SearchNormalizer;

/**
 * Addresses of agencies, {@code /agencies/420105?name=总工会}: the region as in {@link RegionLinks},
 * and the name without preceding places, so that 样本市教育局 and 教育局 of one region are one agency.
 * Without a region the full name is used.
 *
 * @param regions addresses of regions
 */
public record AgencyLinks(RegionLinks regions) {
  private static final String PATH_PREFIX = "/agencies/";
  private static final String NO_REGION = "-";

  /** Prefix of the names of party organs, printed before the name of the place. */
  private static final String PARTY_PREFIX = "中共";

  /** Creates links with the gazetteer shipped with the program. */
  public static AgencyLinks standard() {
    return new AgencyLinks(RegionLinks.standard());
  }

  /**
   * Identity of an agency: its region and the core of its name.
   *
   * @param region region path, empty if documents state none
   * @param core its folded name without places; with places if there is no region
   */
  public record AgencyKey(List<String> region, String core) {
    /** Makes an immutable copy of the path. */
    public AgencyKey {
      region = List.copyOf(region);
    }

    /** The key of the agency that published a document; null if the document does not name one. */
    public static @Nullable AgencyKey of(Hit document) {
      String agency = document.agency();
      return agency == null ? null : of(document.region(), agency);
    }

    /**
     * The key of an agency by its region and any of its names. If there is no region, the places in
     * the name are kept, because only they distinguish agencies with the same name.
     */
    public static AgencyKey of(List<String> region, String agency) {
      if (region.isEmpty()) {
        return new AgencyKey(region, SearchNormalizer.fold(agency));
      }
      String core = KnownAgency.of(region, agency).core();
      return new AgencyKey(
          region,
          KnownAgency.expandShortName(
              core.startsWith(PARTY_PREFIX) ? withoutPlaces(core, region) : core));
    }

    /** Removes the places of the region from a name such as 中共样本市东岸区委宣传部, each once. */
    private static String withoutPlaces(String name, List<String> region) {
      String bare = name;
      for (String place : region) {
        bare = bare.replaceFirst(Pattern.quote(place), "");
      }
      return bare;
    }
  }

  /** Address of an agency's page, without language. */
  public String agencyPath(AgencyKey agencyKey) {
    String region =
        agencyKey.region().isEmpty()
            ? NO_REGION
            : regions.regionPageAddress(agencyKey.region()).substring("/regions/".length());
    return new QueryString().add("name", agencyKey.core()).appendTo(PATH_PREFIX + region);
  }

  /** Address of the page of the agency of a document; empty if the document names no agency. */
  public String agencyPath(Hit document, PortalLinks links) {
    AgencyKey agencyKey = AgencyKey.of(document);
    return agencyKey == null ? "" : links.page(agencyPath(agencyKey));
  }

  /**
   * Identity of the agency that an address names. It need not exist.
   *
   * @param place region of the address: {@code 420105}, {@code 示例省/样本市} or {@code -}
   * @param name name without places
   * @throws NotFoundException if the gazetteer does not have the code
   */
  public AgencyKey keyFromAddress(String place, String name) {
    return place.equals(NO_REGION)
        ? new AgencyKey(List.of(), name)
        : new AgencyKey(regions.parseRegion(place), KnownAgency.expandShortName(name));
  }
}
