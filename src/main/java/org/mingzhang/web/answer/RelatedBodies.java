package org.mingzhang.web.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.mingzhang.agency.Succession;
import org.mingzhang.agency.SuccessionTable;
import org.mingzhang.question.KnownAgency;
import org.mingzhang.search.Hit;

/**
 * Finds the bodies that an agency succeeded and those that succeeded it.
 *
 * @param successions the known successions
 * @param documents the documents of all agencies in the archive
 */
record RelatedBodies(SuccessionTable successions, Map<KnownAgency, List<Hit>> documents) {
  /**
   * A body before or after an agency.
   *
   * @param agency the body
   * @param succession how one became the other
   */
  record RelatedBody(KnownAgency agency, Succession succession) {}

  /**
   * The bodies with documents that the agency succeeded, or that succeeded it. A succession is
   * ignored if the former body has documents of a year after its last one.
   */
  List<RelatedBody> find(KnownAgency agency) {
    List<RelatedBody> found = new ArrayList<>();
    for (Succession succession : successions.findBySuccessor(agency.region(), agency.core())) {
      findBodies(agency.region(), succession.former())
          .filter(former -> hasNoDocumentAfter(former, succession))
          .forEach(former -> found.add(new RelatedBody(former, succession)));
    }
    for (Succession succession : successions.findByFormerBody(agency.region(), agency.core())) {
      if (hasNoDocumentAfter(agency, succession)) {
        findBodies(agency.region(), succession.successor())
            .forEach(later -> found.add(new RelatedBody(later, succession)));
      }
    }
    return found;
  }

  private Stream<KnownAgency> findBodies(List<String> region, String name) {
    return documents.keySet().stream()
        .filter(agency -> agency.region().equals(region) && agency.core().equals(name));
  }

  /**
   * Whether the last documents of a body are from the last year before a succession or earlier; if
   * there are later ones, the succession did not take place there.
   */
  private boolean hasNoDocumentAfter(KnownAgency former, Succession succession) {
    return documents.getOrDefault(former, List.of()).stream()
        .allMatch(d -> Objects.requireNonNullElse(d.year(), 0) <= succession.lastYear());
  }
}
