using Xunit;

namespace DslNet.Tests.Networks;

public class NetworkTableTests
{
    [Fact]
    public void Layers_are_a_table_with_totals()
    {
        string expected = """
            StorageNetwork, loss: SoftmaxCrossEntropy
            layer     declaration   output  parameters  multiply-adds
            input                   2×3×3
            Conv1     Conv2D(3, 2)  3×2×2           27             96
            Flatten1  Flatten       12
            Dense1    Dense(19)     19             247            228
            total                                  274            324

            """.ReplaceLineEndings("\n");
        Assert.Equal(expected, StorageNetwork.Create(1).Describe());
        Assert.Equal(expected, StorageNetwork.Declaration.Describe());
    }

    [Fact]
    public void Large_numbers_are_grouped() =>
        Assert.Contains("1,001,000      1,000,000", new LinearNetwork(1000, 1000, Loss.MeanSquaredError).Describe());
}
