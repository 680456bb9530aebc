package org.mingzhang.web.agency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.mingzhang.agency.Succession;
import org.mingzhang.agency.SuccessionTable;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.AgencyLinks;
import org.mingzhang.web.lookup.DocumentCatalog;
import org.mingzhang.web.lookup.HitGroup;

/** Looks up agencies with documents in the index, and their successions. Safe on many threads. */
final class AgencyProfileFinder {
  private final DocumentCatalog catalog;
  private final SuccessionTable successions;
  private final AtomicReference<@Nullable DocumentsByAgency> latestDocuments =
      new AtomicReference<>();

  /** The documents of all agencies in one state of the index. */
  private record DocumentsByAgency(
      long generation, Map<AgencyLinks.AgencyKey, List<Hit>> documents) {}

  AgencyProfileFinder(DocumentCatalog catalog, SuccessionTable successions) {
    this.catalog = catalog;
    this.successions = successions;
  }

  /** An agency with its predecessors; empty if it has no documents. */
  Optional<AgencyProfile> find(AgencyLinks.AgencyKey agencyKey) {
    Map<AgencyLinks.AgencyKey, List<Hit>> documents = documentsByAgency();
    List<AgencyProfile.Predecessor> formers = new ArrayList<>();
    for (Succession succession :
        successions.findBySuccessor(agencyKey.region(), agencyKey.core())) {
      buildProfile(new AgencyLinks.AgencyKey(agencyKey.region(), succession.former()), documents)
          .filter(profile -> hasNoDocumentAfter(profile, succession))
          .ifPresent(profile -> formers.add(new AgencyProfile.Predecessor(profile, succession)));
    }
    return buildProfile(agencyKey, documents)
        .map(profile -> new AgencyProfile(agencyKey, profile.name(), profile.documents(), formers));
  }

  /**
   * The successors of an agency that have documents. A succession does not count if the agency has
   * documents of a later year. Each is returned as a {@link AgencyProfile.Predecessor} that has the
   * profile of the successor.
   */
  List<AgencyProfile.Predecessor> findSuccessors(AgencyProfile profile) {
    List<AgencyProfile.Predecessor> after = new ArrayList<>();
    for (Succession succession :
        successions.findByFormerBody(profile.key().region(), profile.key().core())) {
      if (hasNoDocumentAfter(profile, succession)) {
        buildProfile(
                new AgencyLinks.AgencyKey(profile.key().region(), succession.successor()),
                documentsByAgency())
            .ifPresent(later -> after.add(new AgencyProfile.Predecessor(later, succession)));
      }
    }
    return after;
  }

  /**
   * Whether the last documents of an agency are from the last year before a succession or earlier.
   * If there are later ones, a nationwide succession did not take place in its region.
   */
  private static boolean hasNoDocumentAfter(AgencyProfile profile, Succession succession) {
    return profile.documents().stream()
        .allMatch(d -> Objects.requireNonNullElse(d.year(), 0) <= succession.lastYear());
  }

  private static Optional<AgencyProfile> buildProfile(
      AgencyLinks.AgencyKey agencyKey, Map<AgencyLinks.AgencyKey, List<Hit>> documents) {
    return Optional.ofNullable(documents.get(agencyKey))
        .map(members -> new AgencyProfile(agencyKey, newestName(members), members, List.of()));
  }

  private static String newestName(List<Hit> documents) {
    return documents.stream()
        .max(Comparator.comparingInt(d -> Objects.requireNonNullElse(d.year(), 0)))
        .map(Hit::publisher)
        .orElse("");
  }

  private Map<AgencyLinks.AgencyKey, List<Hit>> documentsByAgency() {
    DocumentCatalog.Snapshot now = catalog.currentSnapshot();
    DocumentsByAgency known = latestDocuments.get();
    if (known == null || known.generation() != now.generation()) {
      Map<AgencyLinks.AgencyKey, List<Hit>> documents =
          HitGroup.groupBy(now.readDocuments(), AgencyLinks.AgencyKey::of);
      known = new DocumentsByAgency(now.generation(), documents);
      latestDocuments.set(known);
    }
    return known.documents();
  }
}
