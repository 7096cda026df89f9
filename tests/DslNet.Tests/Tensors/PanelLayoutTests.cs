using Xunit;

namespace DslNet.Tests.Tensors;

/// <summary>Where the elements of a tensor of several groups are: each group's are stored as a tensor of its own.</summary>
public sealed class PanelLayoutTests
{
    [Theory]
    [InlineData(1, 20, 3, 4)]
    [InlineData(3, 15, 2, 9)]
    [InlineData(2, 48, 5, 1)]
    [InlineData(13, 104, 8, 3)]
    [InlineData(2, 100, 17, 2)]
    public void A_group_is_stored_by_itself(int groups, int outputs, int channels, int positions)
    {
        PanelLayout all = new(outputs, channels, positions) { Groups = groups }, one = new(outputs / groups, channels, positions);
        Assert.Equal(groups, all.Groups);
        Assert.Equal(groups * one.StorageLength, all.StorageLength);
        for (int output = 0; output < outputs; output++)
        {
            (int group, int inGroup) = Math.DivRem(output, outputs / groups);
            for (int index = 0; index < all.Rows; index++)
                Assert.Equal(group * one.StorageLength + one.IndexOf(inGroup, index), all.IndexOf(output, index));
        }
    }

    /// <summary>The elements of an output are neighbours, and each output begins at a whole vector.</summary>
    [Theory]
    [InlineData(1, 1, 8)]
    [InlineData(27, 10, 16)]
    [InlineData(5, 17, 24)]
    [InlineData(3, 100, 112)]
    public void Rows_of_outputs_are_stored_one_after_another(int outputs, int channels, int stride)
    {
        PanelLayout rows = new(outputs, channels, 1) { IsByOutput = true };
        Assert.Equal(outputs * stride, rows.StorageLength);
        for (int output = 0; output < outputs; output++)
        {
            for (int index = 0; index < channels; index++)
                Assert.Equal(output * stride + index, rows.IndexOf(output, index));
        }
    }

    /// <summary>An element of the first axis has several outputs, one after the other, and its index runs over them.</summary>
    [Theory]
    [InlineData(1, 1, 4)]
    [InlineData(5, 3, 9)]
    [InlineData(17, 2, 1)]
    public void Outputs_of_a_split_axis_are_stored_as_outputs(int first, int split, int positions)
    {
        PanelLayout layout = new(first * split, 1, positions) { Split = split }, plain = new(first * split, 1, positions);
        Assert.Equal((split, 1), (layout.Split, default(PanelLayout).Split));
        Assert.Equal(plain.StorageLength, layout.StorageLength);
        for (int element = 0; element < first; element++)
        {
            for (int index = 0; index < split * positions; index++)
                Assert.Equal(plain.IndexOf(element * split + index / positions, index % positions), layout.IndexOf(element, index));
        }
    }

    [Fact]
    public void There_is_one_group_unless_said_otherwise() => Assert.Equal((1, 1), (new PanelLayout(3, 1, 1).Groups, default(PanelLayout).Groups));
}
