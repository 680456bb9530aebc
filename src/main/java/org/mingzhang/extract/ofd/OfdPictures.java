package org.mingzhang.extract.ofd;

import org.mingzhang.extract.ocr.PagedPictures;
import org.mingzhang.extract.ofd.OfdScene.Picture;

/** The larger pictures between the text of an OFD page. Stateless. */
final class OfdPictures {
  private OfdPictures() {}

  static PagedPictures of(OfdScene scene, OfdPackage ofd) {
    PagedPictures pictures = new PagedPictures();
    for (OfdScene.Drawn drawn : scene.drawn()) {
      if (drawn instanceof Picture picture) {
        pictures.add(
            scene.seen(picture), scene.share(picture), () -> OfdRaster.image(picture, ofd));
      }
    }
    return pictures;
  }
}
