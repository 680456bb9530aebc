package org.mingzhang.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that only the boilerplate that department websites put around a document is left out. */
class WebPageTest {
  private static final String DOCUMENT =
      """
      <h1>样本县水务局2024年部门预算</h1>
      <div class="content">
      <p>一、部门职责</p><p>负责保障全县水资源的合理开发利用，统筹生活、生产经营和生态环境用水，并组织实施监督。</p>
      <p>二、收支总体情况</p><p>2024年收入预算总计1200万元，支出预算总计1200万元，比上年增加20万元，增长1.69%。</p>
      <div id="footer">三、名词解释</div>
      <p>基本支出：指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出，包括工资和办公费。</p>
      </div>
      """;

  @TempDir private Path folder;

  private List<String> read(String body) throws IOException {
    Path file = folder.resolve("a.html");
    Files.write(file, ("<html><body>" + body + "</body></html>").getBytes(StandardCharsets.UTF_8));
    return OfficeFiles.read(file);
  }

  @Test
  void menus_breadcrumbs_share_bars_and_footers_are_left_out() throws IOException {
    List<String> alone = read(DOCUMENT.replace(" id=\"footer\"", ""));
    assertThat(
            read(
                """
                <div><a href="/">首页</a><a href="/zw">政务公开</a><a href="/fw">办事服务</a></div>
                <div>您现在的位置：首页 &gt; 政务公开 &gt; 财政预决算</div>
                <div class="main-nav menu"><div>机构设置</div><div>领导之窗</div></div>
                <div>【字体：大 中 小】 打印本页</div>
                """
                    + DOCUMENT.replace(" id=\"footer\"", "")
                    + """
                    <div>分享到：微信 微博</div><div>上一篇：样本县林业局2024年部门预算</div>
                    <ul><li><a href="/a">县政府</a></li><li><a href="/b">市政府</a></li><li><a href="/c">省政府</a></li></ul>
                    <div><div>主办：样本县人民政府办公室</div><div>网站标识码：0000000000 样ICP备00000000号</div></div>
                    """))
        .isEqualTo(alone);
  }

  @Test
  void blocks_with_prose_or_links_to_files_or_anchors_stay() throws IOException {
    assertThat(
            read(
                DOCUMENT
                    + """
                    <div class="footer">本部门2024年没有使用政府性基金预算拨款安排的支出，政府性基金预算支出表为空表。</div>
                    <p><a href="1.xlsx">1.收支总表</a><a href="2.xlsx">2.收入总表</a><a href="3.xlsx">3.支出总表</a></p>
                    """))
        .hasSize(9)
        .anyMatch(line -> line.endsWith("政府性基金预算支出表为空表。"))
        .anyMatch(line -> line.endsWith("1.收支总表2.收入总表3.支出总表"));
  }
}
