namespace DslNet.Generators.Model;

/// <summary>How a window moves along one axis of an image.</summary>
/// <param name="Input">Rows (or columns) of the input.</param>
/// <param name="Kernel">Rows of the window.</param>
/// <param name="Stride">Rows from one window to the next.</param>
/// <param name="PadBefore">Rows of padding before the first.</param>
/// <param name="PadAfter">Rows of padding behind the last. A window that <c>CeilMode</c> adds may reach beyond them.</param>
/// <param name="Output">Windows; less than one if the window is larger than the padded input.</param>
internal readonly record struct WindowAxis(int Input, int Kernel, int Stride, int PadBefore, int PadAfter, int Output)
{
    /// <summary>The rows of what has but one.</summary>
    public static WindowAxis Single { get; } = new(1, 1, 1, 0, 0, 1);

    /// <param name="input">Rows of the input.</param>
    /// <param name="kernel">Rows of the window.</param>
    /// <param name="stride">Rows from one window to the next.</param>
    /// <param name="padding">Rows of padding on both sides, or <see cref="DeclarationText.SamePadding"/>.</param>
    /// <param name="ceil">Whether a last window may reach beyond the padding. One that would begin in it is left out, as in PyTorch.</param>
    public static WindowAxis Create(int input, int kernel, int stride, int padding, bool ceil = false)
    {
        if (padding == DeclarationText.SamePadding)
        {
            // ONNX's SAME_UPPER: where the padding is odd, the extra row is at the end. There are as many windows as CeilMode could make.
            long windows = ((long)input + stride - 1) / stride;
            long total = Math.Max((windows - 1) * stride + kernel - input, 0);
            return new WindowAxis(input, kernel, stride, Limits.Clamp(total / 2), Limits.Clamp(total - total / 2), Limits.Clamp(windows));
        }

        long room = (long)input + 2L * padding - kernel, last = room + (ceil ? stride - 1 : 0), outputs = last < 0 ? 0 : last / stride + 1;
        if (ceil && (outputs - 1) * stride >= (long)input + padding)
            outputs--;
        return new WindowAxis(input, kernel, stride, padding, padding, Limits.Clamp(outputs));
    }

    /// <summary>Rows that no window reaches: those of the input behind the last window's end.</summary>
    public int Dropped => Limits.Clamp(Math.Max(Input - ((long)(Output - 1) * Stride + Kernel - PadBefore), 0));
}
