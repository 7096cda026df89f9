namespace DslNet.Onnx.Operators.Layers;

/// <summary>A window along one axis.</summary>
/// <param name="Input">The positions of the input.</param>
/// <param name="Kernel">The positions of the window.</param>
/// <param name="Stride">How far windows are apart.</param>
/// <param name="Dilation">How far the positions of a window are apart.</param>
/// <param name="Before">Padding before the input.</param>
/// <param name="After">Padding behind it.</param>
internal readonly record struct WindowAxis(int Input, int Kernel, int Stride, int Dilation, int Before, int After)
{
    /// <summary>The positions from the window's first to its last.</summary>
    public int Reach => (Kernel - 1) * Dilation + 1;

    /// <summary>How many windows there are; with padding behind to be exceeded, a last one that begins before that padding.</summary>
    public int Output(bool ceil = false)
    {
        int room = Input + Before + After - Reach;
        int windows = (room + (ceil ? Stride - 1 : 0)) / Stride + 1;
        return room < 0 ? 0 : ceil && (windows - 1) * Stride >= Input + Before ? windows - 1 : windows;
    }

    /// <summary>The axis with as much padding as makes ⌈input / stride⌉ windows.</summary>
    /// <param name="moreBefore">Whether an odd position goes before the input.</param>
    public WindowAxis Same(bool moreBefore)
    {
        int windows = (Input + Stride - 1) / Stride, total = Math.Max((windows - 1) * Stride + Reach - Input, 0), less = total / 2;
        return this with { Before = moreBefore ? total - less : less, After = moreBefore ? less : total - less };
    }
}
