namespace DslNet.SameBits;

/// <summary>The bits that everything must give. They change when a sum's order, a function or an initialiser changes, and then on every processor.</summary>
internal static class Expected
{
    private static readonly Dictionary<string, Fingerprints> s_fingerprints = new()
    {
        [nameof(VectorNet)] = new("5F68C1B1927321A1", "21906A2A0C479C5E", "", "747046403AFC068F", "790386FEC6EA3E26", "16C2127921916A5D"),
        [nameof(ImageNet)] = new("E5BBB78671233B32", "C05414DC7BCC4D62", "5EE7BDE8A5D0F679", "6CC45686D0D9D409", "E530FD6DD77477EA", "09841814C8CD5585"),
        [nameof(FlatNet)] = new("85ADEBF10FBCBBAD", "0FE063857970F21E", "", "EA51316BC15E9937", "A82CC744ADF56D19", "6780A417A9D1BF75"),
        [nameof(BinaryNet)] = new("DF2ECC1AD7BAC8AE", "D465727A3D143AA6", "", "855CEBEBB35E063A", "20ED430C8C029C47", "BD6E9FF0D823EFB7"),
        [nameof(LeNet)] = new("7A81665A26500632", "64B433C36EF0F1A4", "", "8B71FD24C4100554", "A97F5AC6C402C2BC", "8957E2E87F0FCB1E"),
        [nameof(LineNet)] = new("68AF5673CE2A7EDE", "1065D7A434C1A3C5", "", "EE21FB2A6A56021D", "3C653E2B3145D796", "026043A53E63490F"),
    };

    public static Fingerprints Of(string name) => s_fingerprints[name];
}
