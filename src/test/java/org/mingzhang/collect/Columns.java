package org.mingzhang.collect;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Sample columns in the layouts of government sites. */
final class Columns {
  /** A column: its first page and the paths of its documents. */
  record Column(String name, String start, Set<String> documents) {}

  private static final String PROSE =
      "根据财政部门的批复，本单位2023年收入总计为一千二百三十四万元，其中财政拨款收入一千二百万元，其他收入三十四万元。支出总计与收入总计相等。".repeat(10);

  private final StandInSite site;

  /** Days of publication by path; documents without a date are left out. */
  final Map<String, LocalDate> days = new TreeMap<>();

  Columns(StandInSite site) {
    this.site = site;
  }

  List<Column> all() {
    furnitureOfTheSite();
    return List.of(
        rowsWithDates(),
        callOfAScript(),
        tableOfAgencies(),
        filesOnly(),
        dataInAScript(),
        textsThemselves(),
        columnsOfYears(),
        splitTexts(),
        feed(),
        sitemap(),
        cards(),
        oldSite());
  }

  /** The boilerplate of every page. */
  static String frame(String title, String body) {
    return "<!DOCTYPE html><html><head><title>"
        + title
        + "</title></head><body>"
        + "<div class=\"header\"><a href=\"/\">首页</a><a href=\"/news/index.html\">新闻动态</a>"
        + "<a href=\"/service/index.html\">办事服务</a><a href=\"/about.html\">机构职能设置情况介绍</a></div>"
        + "<div class=\"crumb\">您的位置：<a href=\"/\">首页</a> &gt; <a href=\"/zwgk/\">政务公开</a></div>"
        + body
        + "<div class=\"sidebar hot\"><h3>热点新闻</h3><ul><li><a"
        + " href=\"/news/a1.html\">我区召开经济工作会议部署下一阶段任务</a><span>2026-01-02</span></li><li><a"
        + " href=\"/news/a2.html\">区领导调研重点项目建设推进情况</a><span>2026-01-03</span></li><li><a"
        + " href=\"/news/budget.html\">全区预算管理工作会议召开</a><span>2026-01-04</span></li></ul></div><div"
        + " class=\"footer\"><a href=\"http://other.test/\">上级政府网站</a><a"
        + " href=\"http://www.other.test/x.pdf\">网站使用说明.pdf</a> ICP备 版权所有</div></body></html>";
  }

  private void furnitureOfTheSite() {
    for (String path :
        List.of(
            "/",
            "/news/index.html",
            "/service/index.html",
            "/about.html",
            "/news/a1.html",
            "/news/a2.html",
            "/news/budget.html")) {
      site.page(path, frame("页", "<p>与公开无关的内容</p>"));
    }
  }

  private static String article(String title, String date, String body) {
    return frame(
        title,
        "<div class=\"article\"><h1>"
            + title
            + "</h1><p class=\"info\">发布时间："
            + date
            + " 来源：财政局 浏览次数：12</p>"
            + "<div class=\"text\">"
            + body
            + "</div><p>上一篇：<a href=\"/news/a1.html\">无</a></p></div>");
  }

  private Column rowsWithDates() {
    Set<String> files = new TreeSet<>();
    String[] pages = {"index.html", "index_1.html", "index_2.html"};
    for (int p = 0; p < 3; p++) {
      StringBuilder rows = new StringBuilder("<div class=\"main\"><ul class=\"list\">");
      for (int i = 0; i < 5; i++) {
        String id = p + "" + i;
        rows.append(
            "<li><a href=\"content/"
                + id
                + ".html\" title=\"某某区第"
                + id
                + "号单位2023年部门预算\">某某区第"
                + id
                + "号单位2023年…</a><span>2023-02-1"
                + i
                + "</span></li>");
        site.page(
            "/a/content/" + id + ".html",
            article(
                "某某区第" + id + "号单位2023年部门预算",
                "2023-02-1" + i + " 10:20",
                "<p>现将预算予以公开。</p><p><a href=\"/files/a" + id + ".pdf\">附件：2023年部门预算.pdf</a></p>"));
        site.pdf("/files/a" + id + ".pdf");
        files.add("/files/a" + id + ".pdf");
        days.put("/files/a" + id + ".pdf", LocalDate.parse("2023-02-1" + i));
      }
      rows.append("</ul><div class=\"page\"><a href=\"index.html\">首页</a>");
      if (p < 2) {
        rows.append("<a href=\"" + pages[p + 1] + "\">下一页</a>");
      }
      site.page("/a/" + pages[p], frame("部门预算", rows + "</div></div>"));
    }
    return new Column("rows with dates, next page", "/a/index.html", files);
  }

  private Column callOfAScript() {
    Charset gb = Charset.forName("GB18030");
    Set<String> files = new TreeSet<>();
    for (int p = 0; p < 4; p++) {
      StringBuilder rows = new StringBuilder("<div class=\"con\"><table><tr><td>");
      for (int i = 0; i < 4; i++) {
        String id = "2023030" + (i + 1) + "_" + p + i;
        rows.append(
            "<div class=\"row\">·<a href=\"./202303/t"
                + id
                + ".shtml\">"
                + p
                + i
                + "街道办事处2022年度部门决算公开</a> [2023-03-0"
                + (i + 1)
                + "]</div>");
        String body =
            "<html><head><meta name=\"ArticleTitle\" content=\"街道2022年度部门决算\"><meta"
                + " name=\"PubDate\" content=\"2023-03-0"
                + (i + 1)
                + " 08:00\"></head><body>"
                + "<div>决算公开如下：</div><a href=\"./P0"
                + id
                + ".doc\">决算说明</a> <a href=\"./P0"
                + id
                + ".xls\">决算公开表</a></body></html>";
        site.page("/b/202303/t" + id + ".shtml", "text/html", body, gb);
        for (String ending : List.of(".doc", ".xls")) {
          String path = "/b/202303/P0" + id + ending;
          site.bytes(
              path,
              "application/octet-stream",
              StandInSite.join(
                  new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0},
                  path.getBytes(StandardCharsets.UTF_8)));
          files.add(path);
          days.put(path, LocalDate.parse("2023-03-0" + (i + 1)));
        }
      }
      String call =
          "</td></tr></table><script>var countPage = 4;\nvar currentPage = "
              + p
              + ";\ncreatePageHTML(countPage, currentPage, \"index\", \"shtml\");</script></div>";
      site.page(
          "/b/index" + (p == 0 ? "" : "_" + p) + ".shtml",
          "text/html",
          frame("部门决算", rows + call),
          gb);
    }
    return new Column("call of a script, GB18030 without a charset", "/b/index.shtml", files);
  }

  private Column tableOfAgencies() {
    Set<String> files = new TreeSet<>();
    String[] names = {"教育局", "公安局", "民政局", "司法局", "财政局", "审计局", "统计局", "区委办公室", "城关镇"};
    StringBuilder table = new StringBuilder("<div class=\"main\"><h2>2024年部门预算</h2><table><tbody>");
    for (int i = 0; i < names.length; i++) {
      table
          .append(i % 3 == 0 ? "<tr>" : "")
          .append(
              "<td><a href=\"/art/2024/1/"
                  + (10 + i)
                  + "/art_77_"
                  + i
                  + ".html\">"
                  + names[i]
                  + "</a></td>")
          .append(i % 3 == 2 ? "</tr>" : "");
      site.page(
          "/art/2024/1/" + (10 + i) + "/art_77_" + i + ".html",
          article(
              names[i] + "2024年部门预算",
              "2024-01-" + (10 + i),
              "<p>见附件</p><a href=\"/files/c" + i + ".wps\">" + names[i] + "2024年部门预算.wps</a>"));
      site.bytes(
          "/files/c" + i + ".wps",
          "application/vnd.ms-works",
          StandInSite.join(
              new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0},
              names[i].getBytes(StandardCharsets.UTF_8)));
      files.add("/files/c" + i + ".wps");
      days.put("/files/c" + i + ".wps", LocalDate.parse("2024-01-" + (10 + i)));
    }
    site.page("/c/index.html", frame("部门预算", table + "</tbody></table></div>"));
    return new Column("table of agencies", "/c/index.html", files);
  }

  private Column filesOnly() {
    Set<String> files = new TreeSet<>();
    StringBuilder rows = new StringBuilder("<div class=\"text\"><h1>2023年预算公开</h1>");
    for (String ending : List.of("pdf", "docx", "xlsx", "ofd", "zip", "et", "rar")) {
      String path = "/d/f/2023_" + ending + "." + ending;
      String magic =
          switch (ending) {
            case "pdf" -> "%PDF-1.5 ";
            case "et" -> "\u00d0\u00cf\u0011\u00e0";
            case "rar" -> "Rar!";
            default -> "PK\u0003\u0004";
          };
      site.bytes(
          path, "application/octet-stream", (magic + path).getBytes(StandardCharsets.ISO_8859_1));
      rows.append(
          "<p><a href=\"f/2023_" + ending + "." + ending + "\">某某局2023年" + ending + "</a></p>");
      files.add(path);
    }
    rows.append("<p><a href=\"f/logo.png\">标识</a><img src=\"f/logo.png\"></p></div>");
    site.bytes("/d/f/logo.png", "image/png", new byte[] {1, 2, 3});
    site.page("/d/index.html", frame("预算公开", rows.toString()));
    return new Column("files of all kinds on the column itself", "/d/index.html", files);
  }

  private Column dataInAScript() {
    Set<String> files = new TreeSet<>();
    for (int p = 1; p <= 2; p++) {
      StringBuilder data = new StringBuilder("<datastore>");
      if (p < 2) {
        data.append(
            "<nextgroup><![CDATA[<a"
                + " href=\"/module/web/jpage/dataproxy.jsp?page=2&appid=1&webid=3\"></a>]]></nextgroup>");
      }
      data.append("<recordset>");
      for (int i = 0; i < 6; i++) {
        String id = p + "_" + i;
        data.append(
            "<record><![CDATA[<li><a href=\"/art/2023/5/"
                + (10 + i)
                + "/art_9_"
                + id
                + ".html\" title=\"县第"
                + id
                + "单位2022年度单位决算\">县第"
                + id
                + "单位2022年度单位决算</a><b>2023-05-"
                + (10 + i)
                + "</b></li>]]></record>");
        site.page(
            "/art/2023/5/" + (10 + i) + "/art_9_" + id + ".html",
            article(
                "县第" + id + "单位2022年度单位决算",
                "2023-05-" + (10 + i),
                "<p>附件：<a href=\"/module/download/downfile.jsp?classid=0&filename=ab"
                    + id
                    + ".pdf\">2022年度决算.pdf</a></p>"));
        site.pdf("/module/download/downfile.jsp?classid=0&filename=ab" + id + ".pdf");
        files.add("/module/download/downfile.jsp?classid=0&filename=ab" + id + ".pdf");
        days.put(
            "/module/download/downfile.jsp?classid=0&filename=ab" + id + ".pdf",
            LocalDate.parse("2023-05-" + (10 + i)));
      }
      data.append("</recordset></datastore>");
      if (p == 1) {
        site.page(
            "/col/col9/index.html",
            frame("单位决算", "<div id=\"9\"><script type=\"text/xml\">" + data + "</script></div>"));
      } else {
        site.bytes(
            "/module/web/jpage/dataproxy.jsp?page=2&appid=1&webid=3",
            "text/html;charset=utf-8",
            ("<html><body><script type=\"text/xml\">" + data + "</script></body></html>")
                .getBytes(StandardCharsets.UTF_8));
      }
    }
    return new Column("data in a script", "/col/col9/index.html", files);
  }

  private Column textsThemselves() {
    Set<String> files = new TreeSet<>();
    for (int p = 1; p <= 3; p++) {
      StringBuilder rows = new StringBuilder("<div class=\"box\"><dl>");
      for (int i = 0; i < 3; i++) {
        String path = "/e/show.jsp?id=" + p + i;
        rows.append(
            "<dd><a href=\"show.jsp?id="
                + p
                + i
                + "\">关于"
                + p
                + i
                + "项目2023年绩效自评情况的说明</a><em>2024/4/"
                + (10 + i)
                + "</em></dd>");
        site.page(
            path,
            article(
                "关于" + p + i + "项目2023年绩效自评情况的说明",
                "2024年4月1" + i + "日",
                "<p>" + PROSE + "</p><p>项目" + p + i + "的绩效目标已完成。</p>"));
        files.add(path);
        days.put(path, LocalDate.parse("2024-04-1" + i));
      }
      rows.append(
          "</dl><div>共3页 <a href=\"javascript:void(0)\" onclick=\"goPage('list.jsp?page=1')\">1</a>"
              + " <a href=\"javascript:goPage('list.jsp?page=2')\">2</a> <a"
              + " href=\"javascript:goPage('list.jsp?page=3')\">3</a></div></div>");
      site.page("/e/list.jsp" + (p == 1 ? "" : "?page=" + p), frame("绩效", rows.toString()));
      if (p == 1) {
        site.page("/e/list.jsp?page=1", frame("绩效", rows.toString()));
      }
    }
    return new Column("texts themselves, numbers by script", "/e/list.jsp", files);
  }

  private Column columnsOfYears() {
    Set<String> files = new TreeSet<>();
    StringBuilder years = new StringBuilder("<div class=\"main\"><ul class=\"years\">");
    for (int y = 2021; y <= 2023; y++) {
      years.append("<li><a href=\"" + y + "/index.html\">" + y + "年部门预算</a></li>");
      StringBuilder rows = new StringBuilder("<div class=\"main\"><ul class=\"rows\">");
      for (int i = 0; i < 3; i++) {
        rows.append(
            "<li><a href=\"d"
                + i
                + ".html\">第"
                + i
                + "中学"
                + y
                + "年单位预算公开情况</a><span>"
                + y
                + "-02-0"
                + (i + 1)
                + "</span></li>");
        site.page(
            "/f/" + y + "/d" + i + ".html",
            article(
                "第" + i + "中学" + y + "年单位预算公开情况",
                y + "-02-0" + (i + 1),
                "<p>详见附件</p><a href=\"f" + i + ".pdf\">附件1</a>"));
        site.pdf("/f/" + y + "/f" + i + ".pdf");
        files.add("/f/" + y + "/f" + i + ".pdf");
        days.put("/f/" + y + "/f" + i + ".pdf", LocalDate.parse(y + "-02-0" + (i + 1)));
      }
      site.page("/f/" + y + "/index.html", frame(y + "年", rows + "</ul></div>"));
    }
    site.page("/f/index.html", frame("预算", years + "</ul></div>"));
    return new Column("a column of columns", "/f/index.html", files);
  }

  private Column splitTexts() {
    Set<String> files = new TreeSet<>();
    StringBuilder rows = new StringBuilder("<div class=\"main\"><ul>");
    for (int i = 0; i < 3; i++) {
      rows.append(
          "<li><a href=\"t2023_"
              + i
              + "00.html\">乡第"
              + i
              + "号2023年财政预算执行情况报告</a><span>2023-01-2"
              + i
              + "</span></li>");
      for (int p = 0; p < 3; p++) {
        String numbers =
            "<div class=\"pages\"><a href=\"t2023_"
                + i
                + "00.html\">1</a> <a href=\"t2023_"
                + i
                + "00_1.html\">2</a> <a href=\"t2023_"
                + i
                + "00_2.html\">3</a></div>";
        site.page(
            "/g/t2023_" + i + "00" + (p == 0 ? "" : "_" + p) + ".html",
            article(
                "乡第" + i + "号2023年财政预算执行情况报告",
                "2023-01-2" + i,
                "<p>第" + (p + 1) + "部分。" + PROSE + "</p>" + numbers));
      }
      files.add("/g/t2023_" + i + "00.html");
      days.put("/g/t2023_" + i + "00.html", LocalDate.parse("2023-01-2" + i));
    }
    site.page("/g/index.html", frame("报告", rows + "</ul></div>"));
    return new Column("texts split over pages", "/g/index.html", files);
  }

  private Column feed() {
    Set<String> files = new TreeSet<>();
    StringBuilder items = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      items.append(
          "<item><title>卫健局"
              + i
              + "号2023年预算</title><link>"
              + site.url("/h/" + i + ".html")
              + "</link><pubDate>Mon, 0"
              + (6 + 0)
              + " Feb 2023 08:00:00 +0800</pubDate></item>");
      site.page(
          "/h/" + i + ".html",
          article("卫健局" + i + "号2023年预算", "2023-02-06", "<a href=\"/h/" + i + ".pdf\">下载</a>"));
      site.pdf("/h/" + i + ".pdf");
      files.add("/h/" + i + ".pdf");
      days.put("/h/" + i + ".pdf", LocalDate.parse("2023-02-06"));
    }
    site.bytes(
        "/h/rss.xml",
        "text/xml",
        ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss"
                + " version=\"2.0\"><channel><title>预算</title><link>x</link><description>x</description>"
                + items
                + "</channel></rss>")
            .getBytes(StandardCharsets.UTF_8));
    return new Column("a feed", "/h/rss.xml", files);
  }

  /** An index of two sitemaps, one of which lists the column's pages among those of others. */
  private Column sitemap() {
    Set<String> files = new TreeSet<>();
    StringBuilder urls = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      urls.append(address("/k/budget/" + i + ".html"));
      site.page(
          "/k/budget/" + i + ".html",
          article(
              "水务局" + i + "号2024年部门预算",
              "2024-02-0" + (i + 1),
              "<p><a href=\"/k/budget/" + i + ".docx\">附件</a></p>"));
      site.bytes(
          "/k/budget/" + i + ".docx",
          "application/octet-stream",
          ("PK\u0003\u0004 water " + i).getBytes(StandardCharsets.UTF_8));
      files.add("/k/budget/" + i + ".docx");
      days.put("/k/budget/" + i + ".docx", LocalDate.parse("2024-02-0" + (i + 1)));
    }
    urls.append(address("/news/a1.html")).append(address("/news/budget.html"));
    xml("/k/budget/pages.xml", "<urlset", urls + "</urlset>");
    xml("/k/other.xml", "<urlset", address("/about.html") + "</urlset>");
    xml(
        "/k/budget/sitemap.xml",
        "<sitemapindex",
        ("<sitemap><loc>" + site.url("/k/budget/pages.xml") + "</loc></sitemap>")
            + ("<sitemap><loc>" + site.url("/k/other.xml") + "</loc></sitemap></sitemapindex>"));
    return new Column("an index of sitemaps", "/k/budget/sitemap.xml", files);
  }

  private String address(String path) {
    return "<url><loc>" + site.url(path) + "</loc><lastmod>2024-03-01</lastmod></url>";
  }

  private void xml(String path, String root, String rest) {
    String space = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">";
    String text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + root + space + rest;
    site.bytes(path, "application/xml", text.getBytes(StandardCharsets.UTF_8));
  }

  private Column cards() {
    Set<String> files = new TreeSet<>();
    StringBuilder rows = new StringBuilder("<section class=\"wrap\">");
    for (int i = 0; i < 6; i++) {
      rows.append(
          "<div class=\"card\"><div class=\"date\"><b>1"
              + i
              + "</b><i>2025-03</i></div><h3><a href=\"/i/n"
              + i
              + "\">第"
              + i
              + "供销合作社二〇二五年部门预算公开</a></h3></div>");
      site.page(
          "/i/n" + i,
          article(
              "第" + i + "供销合作社二〇二五年部门预算公开",
              "2025.03.1" + i,
              "<iframe src=\"/pdfjs/web/viewer.html?file=/i/doc" + i + ".pdf\"></iframe>"));
      site.pdf("/i/doc" + i + ".pdf");
      files.add("/i/doc" + i + ".pdf");
      days.put("/i/doc" + i + ".pdf", LocalDate.parse("2025-03-1" + i));
    }
    site.page("/i/list", frame("预算", rows + "</section>"));
    return new Column("cards and viewers", "/i/list", files);
  }

  private Column oldSite() {
    Charset gb = Charset.forName("GBK");
    Set<String> files = new TreeSet<>();
    for (int p = 1; p <= 2; p++) {
      StringBuilder rows = new StringBuilder("<center><table width=760><tr><td valign=top><table>");
      for (int i = 0; i < 4; i++) {
        int id = p * 10 + i;
        rows.append(
            "<tr><td><img src=d.gif></td><td><a href=ShowArticle.asp?ArticleID="
                + id
                + " target=_blank>"
                + id
                + "管委会2019年预算公开</a></td><td>2019-4-"
                + (i + 1)
                + "</td></tr>");
        site.page(
            "/j/ShowArticle.asp?ArticleID=" + id,
            "text/html; charset=gb2312",
            "<html><body><table><tr><td><font size=5>"
                + id
                + "管委会2019年预算公开</font></td></tr><tr><td>更新时间：2019-4-"
                + (i + 1)
                + "</td></tr><tr><td><a href=\"javascript:void(0)\""
                + " onclick=\"window.open('UploadFiles/"
                + id
                + ".xls')\">点击下载</a></td></tr></table></body></html>",
            gb);
        site.bytes(
            "/j/UploadFiles/" + id + ".xls",
            "application/vnd.ms-excel",
            StandInSite.join(
                new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0},
                ("x" + id).getBytes(StandardCharsets.UTF_8)));
        files.add("/j/UploadFiles/" + id + ".xls");
        days.put("/j/UploadFiles/" + id + ".xls", LocalDate.parse("2019-04-0" + (i + 1)));
      }
      rows.append(
          "</table></td></tr></table><select onchange=\"location.href=this.value\"><option"
              + " value=\"ShowClass.asp?ClassID=5\">第1页</option><option"
              + " value=\"ShowClass.asp?ClassID=5&page=2\">第2页</option></select></center>");
      site.page(
          "/j/ShowClass.asp?ClassID=5" + (p == 1 ? "" : "&page=2"),
          "text/html; charset=gb2312",
          "<html><head><title>预算</title></head><body>" + rows + "</body></html>",
          gb);
    }
    return new Column("an old site of tables and scripts", "/j/ShowClass.asp?ClassID=5", files);
  }

  static List<String> missing(Column column, List<String> found) {
    List<String> missing = new ArrayList<>(column.documents());
    missing.removeAll(found);
    return missing;
  }
}
