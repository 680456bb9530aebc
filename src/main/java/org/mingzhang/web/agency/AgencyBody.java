package org.mingzhang.web.agency;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.agency.Succession;
import org.mingzhang.question.KnownAgency;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.AgencyLinks;

/**
 * An agency and what is kept of it.
 *
 * @param key who it is
 * @param name its name as its newest document has it
 * @param documents its documents
 * @param formers bodies whose duties it took over and of which documents are kept
 */
record AgencyBody(
    AgencyLinks.Key key, String name, List<Hit> documents, List<AgencyBody.Former> formers) {
  AgencyBody {
    documents = List.copyOf(documents);
    formers = List.copyOf(formers);
  }

  /**
   * A body that it took over from.
   *
   * @param body the body, without formers of its own
   * @param how what the table of successions says of it
   */
  record Former(AgencyBody body, Succession how) {}

  /** The names that its documents print. */
  List<String> names() {
    return documents.stream()
        .flatMap(hit -> Stream.ofNullable(hit.agency()))
        .distinct()
        .sorted()
        .toList();
  }

  /** Whether accounts are those of the agency itself: where nothing else is said they are. */
  boolean owns(@Nullable String entity) {
    return entity == null
        || AgencyLinks.Key.of(key.region(), entity).equals(key)
        || bare(entity).equals(bare(key.core()));
  }

  /** A name without any place in front of it. */
  private static String bare(String name) {
    return KnownAgency.of(List.of(), name).core();
  }

  /** Whether a document of a year is kept. */
  boolean collected(int year) {
    return documents.stream().anyMatch(d -> Objects.equals(d.year(), year));
  }

  /** It and the bodies that it alone took over from: they are one body under several names. */
  List<AgencyBody> renamed() {
    return Stream.concat(
            Stream.of(this), formers.stream().filter(f -> !f.how().merged()).map(Former::body))
        .toList();
  }

  /** The bodies that it took over from together with others. */
  List<AgencyBody> merged() {
    return formers.stream().filter(f -> f.how().merged()).map(Former::body).toList();
  }

  /** It and all bodies before it. */
  List<AgencyBody> all() {
    return Stream.concat(Stream.of(this), formers.stream().map(Former::body)).toList();
  }

  /** Fiscal years of all documents, in ascending order. */
  TreeSet<Integer> years() {
    TreeSet<Integer> years = new TreeSet<>();
    all().stream()
        .flatMap(body -> body.documents().stream())
        .flatMap(hit -> Stream.ofNullable(hit.year()))
        .forEach(years::add);
    return years;
  }
}
