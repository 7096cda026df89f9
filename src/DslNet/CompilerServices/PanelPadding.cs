using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace DslNet.CompilerServices;

/// <summary>The elements of a panel that belong to no output: for generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PanelPadding
{
    /// <summary>Makes them zero again, where a sum over all lanes has left something in them.</summary>
    /// <param name="gradient">A tensor in panels (see <see cref="PanelLayout"/>).</param>
    /// <param name="outputs">Its outputs.</param>
    /// <param name="rows">The rows of a panel.</param>
    public static void Clear(ref float gradient, int outputs, int rows)
    {
        int last = (outputs - 1) / PanelWidth.Full * PanelWidth.Full, padded = PanelWidth.RoundUp(outputs);
        for (int panel = last; panel < padded; panel += PanelWidth.Full)
        {
            int width = PanelWidth.At(panel, padded), first = Math.Max(outputs - panel, 0);
            for (int row = 0; row < rows; row++)
            {
                for (int lane = first; lane < width; lane++)
                    Unsafe.Add(ref gradient, panel * rows + row * width + lane) = 0;
            }
        }
    }
}
