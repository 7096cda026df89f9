namespace DslNet.Web.Tests;

/// <summary>The first layer of the sample's network.</summary>
[Network]
[Input(1, 8, 8)]
[Conv2D(16, 3, Padding = 1), ReLU]
internal sealed partial class FirstLayerNet;
