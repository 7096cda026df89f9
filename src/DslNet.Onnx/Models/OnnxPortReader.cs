using DslNet.Onnx.Protobuf;

namespace DslNet.Onnx.Models;

/// <summary>Reads a ValueInfoProto.</summary>
internal static class OnnxPortReader
{
    public static OnnxPort Read(ProtoReader reader)
    {
        OnnxPort port = new("", OnnxType.Undefined, null);
        string name = "";
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    name = reader.Text();
                    break;
                case 2:
                    port = Type(reader.Message());
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return port with { Name = name };
    }

    /// <summary>The first field of a type is that of a tensor; others are lists and the like.</summary>
    private static OnnxPort Type(ProtoReader reader)
    {
        OnnxPort port = new("", OnnxType.Undefined, null);
        while (reader.Next())
        {
            if (reader.Field == 1)
                port = Tensor(reader.Message());
            else
                reader.Skip();
        }

        return port;
    }

    private static OnnxPort Tensor(ProtoReader reader)
    {
        OnnxType type = OnnxType.Undefined;
        List<OnnxAxis>? shape = null;
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    type = (OnnxType)reader.Integer();
                    break;
                case 2:
                    shape = Shape(reader.Message());
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return new("", type, shape);
    }

    private static List<OnnxAxis> Shape(ProtoReader reader)
    {
        List<OnnxAxis> axes = [];
        while (reader.Next())
        {
            if (reader.Field != 1)
            {
                reader.Skip();
                continue;
            }

            axes.Add(Axis(reader.Message()));
            if (axes.Count > OnnxLimits.Axes)
                throw reader.Damaged($"a shape has more than {OnnxLimits.Axes} axes");
        }

        return axes;
    }

    private static OnnxAxis Axis(ProtoReader reader)
    {
        OnnxAxis axis = new(null, "");
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    axis = axis with { Length = reader.Integer() };
                    break;
                case 2:
                    axis = axis with { Symbol = reader.Text() };
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        // Some exporters write 0 or -1 for an axis that is open.
        return axis.Length <= 0 ? axis with { Length = null } : axis;
    }
}
