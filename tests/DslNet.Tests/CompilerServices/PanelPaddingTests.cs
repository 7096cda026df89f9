using DslNet.CompilerServices;
using Xunit;

namespace DslNet.Tests.CompilerServices;

/// <summary>What belongs to no output becomes zero, and nothing else.</summary>
public sealed class PanelPaddingTests
{
    [Theory]
    [InlineData(1, 3)]
    [InlineData(8, 2)]
    [InlineData(17, 4)]
    [InlineData(24, 1)]
    [InlineData(49, 3)]
    [InlineData(64, 2)]
    public void Only_lanes_without_an_output_are_cleared(int outputs, int rows)
    {
        PanelLayout layout = new(outputs, rows, 1);
        float[] memory = new float[layout.StorageLength + 1];
        Array.Fill(memory, 1);
        PanelPadding.Clear(ref memory[0], outputs, rows);

        HashSet<int> kept = [layout.StorageLength, .. from output in Enumerable.Range(0, outputs) from row in Enumerable.Range(0, rows) select layout.IndexOf(output, row)];
        for (int i = 0; i < memory.Length; i++)
            Assert.Equal(kept.Contains(i) ? 1 : 0, memory[i]);
    }
}
