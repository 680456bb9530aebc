package org.mingzhang.web.help;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.check.RuleTexts;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.Finding;
import org.mingzhang.model.SearchScope;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.http.PageHead;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.render.Labels;

/** {@code /rules}: the audit rules with their descriptions. */
public final class RulesPage implements Handler {
  private final PageRenderer pages;

  /** Creates an instance that shows the rules. */
  public RulesPage(PageRenderer pages) {
    this.pages = pages;
  }

  /**
   * The rules of one kind of finding.
   *
   * @param kind the kind
   * @param rules its rules, in the order of the catalog
   */
  public record Group(Finding.Kind kind, List<RuleDescription> rules) {
    /** The search for findings of this kind. */
    public SearchUrl search() {
      return SearchUrl.of("", SearchScope.FINDINGS)
          .withToggled(FacetDimension.FINDING_KIND, kind.id());
    }
  }

  @Override
  public void handle(Context ctx) {
    Labels labels = pages.labels(ctx);
    List<Group> groups =
        Arrays.stream(Finding.Kind.values())
            .map(kind -> new Group(kind, rulesOfKind(kind)))
            .filter(group -> !group.rules().isEmpty())
            .toList();
    pages.show(
        ctx,
        "help/rules",
        PageHead.of(labels.text("rules.title"), "/rules"),
        Map.of(
            "groups",
            groups,
            "across",
            RuleTexts.rulesOfTwoDocuments(),
            "former",
            formerIdsByCurrentId()));
  }

  /** Former ids of rules by current id, needed for old links. */
  private static Map<String, List<String>> formerIdsByCurrentId() {
    Map<String, List<String>> former = new TreeMap<>();
    RuleTexts.formerIds()
        .forEach(
            (old, current) -> former.computeIfAbsent(current, id -> new ArrayList<>()).add(old));
    former.values().forEach(Collections::sort);
    return former;
  }

  private static List<RuleDescription> rulesOfKind(Finding.Kind kind) {
    return RuleTexts.rulesOfOneDocument().stream().filter(rule -> rule.kind() == kind).toList();
  }
}
