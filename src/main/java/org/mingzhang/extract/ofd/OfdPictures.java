package org.mingzhang.extract.ofd;

import org.mingzhang.extract.ocr.PagePictures;
import org.mingzhang.extract.ofd.OfdScene.Picture;

/** Collects the larger pictures of an OFD page. Stateless. */
final class OfdPictures {
  private OfdPictures() {}

  static PagePictures of(OfdScene scene, OfdPackage ofd) {
    PagePictures pictures = new PagePictures();
    for (OfdScene.DrawnObject drawn : scene.drawnObjects()) {
      if (drawn instanceof Picture picture) {
        pictures.add(
            scene.visibleBox(picture), scene.share(picture), () -> OfdRaster.image(picture, ofd));
      }
    }
    return pictures;
  }
}
