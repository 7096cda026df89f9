namespace DslNet;

/// <summary>
/// The numbers of the safetensors format: 8 bytes with the length of a header, little-endian; the header, a JSON object from
/// tensor names to dtype, shape and data_offsets; and the bytes of the tensors, without holes, in C order, little-endian.
/// </summary>
internal static class SafetensorsFormat
{
    public const int PrefixLength = 8;

    /// <summary>The format's own limit. Files claim more when they are something else, or mean harm.</summary>
    public const int LongestHeader = 100_000_000;

    /// <summary>The data begin at a multiple of this: the header is padded with spaces, as the format's own writer does.</summary>
    public const int Alignment = 8;

    public const string Metadata = "__metadata__", ElementType = "dtype", Shape = "shape", Offsets = "data_offsets";

    /// <summary>The entry of the metadata with the network's seed.</summary>
    public const string Seed = "dslnet.seed";

    /// <summary>The tensor of bytes with the state of a training, behind the parameters.</summary>
    public const string Checkpoint = "dslnet.checkpoint";

    public const string Float64 = "F64", Float32 = "F32", Float16 = "F16", BFloat16 = "BF16", Byte = "U8";

    /// <summary>The bits of one element, or zero for a dtype that the format does not have.</summary>
    public static int BitsOf(string elementType) => elementType switch
    {
        "F4" => 4,
        "F6_E2M3" or "F6_E3M2" => 6,
        "BOOL" or Byte or "I8" or "F8_E5M2" or "F8_E4M3" or "F8_E8M0" or "F8_E5M2FNUZ" or "F8_E4M3FNUZ" => 8,
        "I16" or "U16" or Float16 or BFloat16 => 16,
        "I32" or "U32" or Float32 => 32,
        "I64" or "U64" or "C64" or Float64 => 64,
        _ => 0,
    };

    /// <summary>Whether elements of a dtype can be parameters.</summary>
    public static bool IsRead(string elementType) => elementType is Float64 or Float32 or Float16 or BFloat16;

    /// <summary>Whether elements of a dtype are whole numbers or truth values.</summary>
    public static bool IsInteger(string elementType) => elementType is "BOOL" or Byte or "I8" or "U16" or "I16" or "U32" or "I32" or "U64" or "I64";
}
