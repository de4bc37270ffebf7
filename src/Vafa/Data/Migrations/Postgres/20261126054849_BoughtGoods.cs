using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vafa.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class BoughtGoods : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "brand", table: "product", type: "text", nullable: true);

            migrationBuilder.CreateTable(
                name: "member_product",
                columns: table => new
                {
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sku = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    product_group = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    quantity = table.Column<long>(type: "bigint", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_member_product",
                        x => new
                        {
                            x.member_id,
                            x.sku,
                            x.product_group,
                        }
                    );
                }
            );

            migrationBuilder.Sql(BoughtGoodsOfBefore.Sql);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "member_product");

            migrationBuilder.DropColumn(name: "brand", table: "product");
        }
    }
}
