using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vafa.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class BoughtGoods : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "brand", table: "product", type: "TEXT", nullable: true);

            migrationBuilder.CreateTable(
                name: "member_product",
                columns: table => new
                {
                    member_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    sku = table.Column<string>(type: "TEXT", nullable: false),
                    product_group = table.Column<string>(type: "TEXT", nullable: false),
                    quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    last_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
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
