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
import org.mingzhang.agency.Successions;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.AgencyLinks;
import org.mingzhang.web.lookup.Catalogue;
import org.mingzhang.web.lookup.HitGroups;

/** The agencies of which documents are kept. Safe on many threads. */
final class AgencyRegister {
  private final Catalogue catalogue;
  private final Successions successions;
  private final AtomicReference<@Nullable Known> latest = new AtomicReference<>();

  private record Known(long generation, Map<AgencyLinks.Key, List<Hit>> documents) {}

  AgencyRegister(Catalogue catalogue, Successions successions) {
    this.catalogue = catalogue;
    this.successions = successions;
  }

  /** An agency with those before it, if a document of it is kept. */
  Optional<AgencyBody> find(AgencyLinks.Key key) {
    Map<AgencyLinks.Key, List<Hit>> documents = documents();
    List<AgencyBody.Former> formers = new ArrayList<>();
    for (Succession how : successions.before(key.region(), key.core())) {
      alone(new AgencyLinks.Key(key.region(), how.former()), documents)
          .filter(body -> ends(body, how))
          .ifPresent(body -> formers.add(new AgencyBody.Former(body, how)));
    }
    return alone(key, documents)
        .map(body -> new AgencyBody(key, body.name(), body.documents(), formers));
  }

  /** Bodies of which documents are kept that took over from one whose documents end in time. */
  List<AgencyBody.Former> successors(AgencyBody body) {
    List<AgencyBody.Former> after = new ArrayList<>();
    for (Succession how : successions.after(body.key().region(), body.key().core())) {
      if (ends(body, how)) {
        alone(new AgencyLinks.Key(body.key().region(), how.successor()), documents())
            .ifPresent(later -> after.add(new AgencyBody.Former(later, how)));
      }
    }
    return after;
  }

  /** A body that goes on under its name was not taken over here, whatever happened elsewhere. */
  private static boolean ends(AgencyBody body, Succession how) {
    return body.documents().stream()
        .allMatch(d -> Objects.requireNonNullElse(d.year(), 0) <= how.last());
  }

  private static Optional<AgencyBody> alone(
      AgencyLinks.Key key, Map<AgencyLinks.Key, List<Hit>> documents) {
    return Optional.ofNullable(documents.get(key))
        .map(of -> new AgencyBody(key, name(of), of, List.of()));
  }

  private static String name(List<Hit> documents) {
    return documents.stream()
        .max(Comparator.comparingInt(d -> Objects.requireNonNullElse(d.year(), 0)))
        .map(Catalogue::agency)
        .orElse("");
  }

  private Map<AgencyLinks.Key, List<Hit>> documents() {
    Catalogue.Snapshot now = catalogue.now();
    Known known = latest.get();
    if (known == null || known.generation() != now.generation()) {
      Map<AgencyLinks.Key, List<Hit>> documents =
          HitGroups.by(now.documents(), AgencyLinks.Key::of);
      known = new Known(now.generation(), documents);
      latest.set(known);
    }
    return known.documents();
  }
}
