namespace DslNet;

/// <summary>
/// What all uses of a block have. A use without a name is named after the block's class and its position among all uses of the class, counted from one:
/// <c>Basic1</c>. Layers in it have that before their own names: <c>basic1.conv1.weight</c> in files, <c>net.Basic1_Conv1</c> in code.
/// </summary>
public abstract class BlockUseAttribute : LayerAttribute
{
    /// <summary>
    /// Whether the layers of this use have the same weights as those of all other uses of the block, in the same network, that say so too.
    /// They are saved once, under the names of the first of them.
    /// </summary>
    public bool Shared { get; set; }
}
