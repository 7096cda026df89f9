namespace DslNet;

/// <summary>
/// The numbers of the safetensors format: 8 bytes with the length of a header, little-endian; the header, a JSON object from
/// tensor names to dtype, shape and data_offsets; and the bytes of the tensors, without holes, in C order, little-endian.
/// </summary>
internal static class SafetensorsFormat
{
    public const int PrefixLength = 8;

    /// <summary>
    /// A header of this length describes a hundred thousand tensors. Files claim more when they are something else, or mean harm.
    /// </summary>
    public const int LongestHeader = 16 * 1024 * 1024;

    /// <summary>The data begin at a multiple of this: the header is padded with spaces, as the format's own writer does.</summary>
    public const int Alignment = 8;

    public const string Metadata = "__metadata__", ElementType = "dtype", Shape = "shape", Offsets = "data_offsets";

    public const string Float32 = "F32", Float16 = "F16", BFloat16 = "BF16";

    /// <summary>The bytes of one element, or zero for a dtype that is not read.</summary>
    public static int SizeOf(string elementType) => elementType switch
    {
        Float32 => sizeof(float),
        Float16 or BFloat16 => sizeof(ushort),
        _ => 0,
    };
}
