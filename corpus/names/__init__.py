"""Who and where: name rules, the gazetteer, and which mentions are one entity."""
